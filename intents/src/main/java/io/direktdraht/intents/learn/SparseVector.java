package io.direktdraht.intents.learn;

/// Feature numbers in rising order and their values.
@SuppressWarnings("ArrayRecordComponent") // never compared, and boxing would cost the speed
record SparseVector(int[] indices, float[] values) {}
