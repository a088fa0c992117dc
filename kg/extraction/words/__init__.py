"""Characters and words: classes, capitals, repetitions, what is ordinary."""
