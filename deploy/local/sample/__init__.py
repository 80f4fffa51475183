"""A province of realistic, messy data: what nine district units type during one campaign.

Every person, phone number, address and figure here is invented; names are drawn at random from
frequent family, middle and given names, and a resemblance to a living person is chance. The
administrative units are real, and so are the names of some schools; hamlets, markets and other
places are named by pattern.

`generate(seed)` returns the same campaign for the same seed, on any machine.
"""

from deploy.local.sample.generate import generate
from deploy.local.sample.model import (
    Cell,
    Oddity,
    RenameHeader,
    Row,
    SampleBlock,
    SampleCampaign,
    SampleTarget,
    SampleUnit,
)

__all__ = [
    "Cell",
    "Oddity",
    "RenameHeader",
    "Row",
    "SampleBlock",
    "SampleCampaign",
    "SampleTarget",
    "SampleUnit",
    "generate",
]
