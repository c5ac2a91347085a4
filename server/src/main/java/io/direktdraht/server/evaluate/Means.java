package io.direktdraht.server.evaluate;

import io.direktdraht.bot.turn.Brain;
import io.direktdraht.intents.Catalogue;
import io.direktdraht.intents.catalogue.Loaded;
import io.direktdraht.intents.evaluate.TextLearner;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an evaluation works with: where catalogues come from, how they are learnt, how any labels
/// are learnt, and the name of the sentence encoder.
public record Means(
    Function<@Nullable Path, Loaded> catalogues,
    Function<Catalogue, Brain> learning,
    TextLearner learner,
    String encoder) {}
