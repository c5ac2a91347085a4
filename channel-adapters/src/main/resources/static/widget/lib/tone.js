let audio

/** Two soft notes. */
export function tone() {
  audio ??= new AudioContext()
  audio.resume()
  const start = audio.currentTime
  const volume = new GainNode(audio, { gain: 0.08 })
  const note = new OscillatorNode(audio, { frequency: 660 })
  note.frequency.setValueAtTime(880, start + 0.12)
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4)
  note.connect(volume).connect(audio.destination)
  note.start()
  note.stop(start + 0.4)
}
