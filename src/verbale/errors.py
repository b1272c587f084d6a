"""
What can go wrong, in two kinds.

A `DocumentError` costs one page: it is noted as a problem and the run goes on.
Every other `VerbaleError` stops the command with one sentence. Messages name
the thing and the way out.
"""


class VerbaleError(Exception):
    """Anything verbale refuses or cannot do; the message is meant for the user."""


class DocumentError(VerbaleError):
    """One page cannot be read or understood; the others can."""


class ConfigError(VerbaleError):
    """The command, a setting or an input path is wrong."""


class RecordError(VerbaleError):
    """A record file is not a record, is damaged, or is newer than this program."""


class NothingToBuildError(VerbaleError):
    """Not one page could be read; the message says why."""


class EditError(VerbaleError):
    """A correction by hand contradicts another or names what does not exist."""
