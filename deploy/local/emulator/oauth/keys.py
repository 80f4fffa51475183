"""The one RSA key of a server: it signs what robots ask with, and seals the tokens they get."""

import hashlib
import hmac
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from deploy.local.emulator.oauth.private_files import write_private

KEY_FILE = "robot-key.pem"
_BITS = 2048
_EXPONENT = 65537


class SigningKey:
    """An RSA key and the secrets that follow from it."""

    def __init__(self, key: rsa.RSAPrivateKey) -> None:
        self._key = key
        self._secret = hashlib.sha256(self.pem().encode("ascii")).digest()

    def pem(self) -> str:
        """Return the private key as a credentials file holds it."""
        return self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ).decode("ascii")

    def verifies(self, signature: bytes, signed: bytes) -> bool:
        """Say whether this key made an RS256 signature."""
        public = self._key.public_key()
        try:
            public.verify(signature, signed, padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return False
        return True

    def digest(self, text: str) -> bytes:
        """Return what only the owner of the key can compute for a text."""
        return hmac.new(self._secret, text.encode("utf-8", "replace"), hashlib.sha256).digest()


def load_key(folder: Path | None) -> SigningKey:
    """Return the key kept in a folder, a new one when there is none; None keeps it in memory."""
    path = None if folder is None else folder / KEY_FILE
    if path is not None and path.exists():
        kept = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if isinstance(kept, rsa.RSAPrivateKey):
            return SigningKey(kept)
    key = SigningKey(rsa.generate_private_key(public_exponent=_EXPONENT, key_size=_BITS))
    if path is not None:
        write_private(path, key.pem())
    return key
