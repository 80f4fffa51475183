"""Service accounts of the local project, and the files people download for them."""

from deploy.local.emulator.oauth.keys import SigningKey
from deploy.local.emulator.shapes import Json

PROJECT = "local-google"
DOMAIN = f"@{PROJECT}.iam.gserviceaccount.com"
ROBOT = f"robot{DOMAIN}"
"""The service account whose credentials file every server writes."""
_CERTIFICATES = "https://www.googleapis.com"


def is_robot(address: str) -> bool:
    """Say whether an address is a service account of the local project."""
    return address.endswith(DOMAIN) and address.index("@") > 0


def key_id(key: SigningKey, robot: str) -> str:
    """Return the id of a robot's key: every robot has its own, over the server's one key."""
    return key.digest(f"key of {robot}").hex()[:40]


def service_account(key: SigningKey, robot: str, token_uri: str) -> Json:
    """Return a credentials file of type ``service_account``."""
    return {
        "type": "service_account",
        "project_id": PROJECT,
        "private_key_id": key_id(key, robot),
        "private_key": key.pem(),
        "client_email": robot,
        "client_id": str(int.from_bytes(key.digest(f"id of {robot}")[:8], "big")).zfill(21),
        "auth_uri": "https://accounts.google.com/o/oauth2/auth",
        "token_uri": token_uri,
        "auth_provider_x509_cert_url": f"{_CERTIFICATES}/oauth2/v1/certs",
        "client_x509_cert_url": f"{_CERTIFICATES}/robot/v1/metadata/x509/{robot}",
        "universe_domain": "googleapis.com",
    }
