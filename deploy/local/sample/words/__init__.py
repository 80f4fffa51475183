"""Vocabulary: names of people and schools, and the sentences of officers."""
