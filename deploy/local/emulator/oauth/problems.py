"""What a token endpoint answers when it gives no token."""


class TokenProblem(Exception):  # noqa: N818 - an answer, not a failure
    """A refusal in OAuth's words: ``code`` such as ``invalid_grant``, and Google's sentence."""

    def __init__(self, code: str, description: str, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.description = description
        self.status = status
