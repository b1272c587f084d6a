"""
The nouns: frozen dataclasses that read no file and know no stage.

Evidence (`Page`, `Document`, `Passage`), annotation (`Parse`, `Mention`, `Timex`,
`QuotedRegion`), what one page tells (`Statement`, `Report`), and the record
(`Act`, `Actor`, `Issue`, `Record`). One noun, or one family of them, a file.
"""
