"""The desk: the layers up to mentions over a small table of officeholders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from eventx.hooks import Annotator, Officeholder
from eventx.language.analysis import LayeredAnalysis
from eventx.language.layers import base_annotators
from eventx.records import Document, Mention, Role, Sector


def held(
    name: str,
    country: str,
    role: Role,
    start: str,
    end: str = "",
    *,
    surname: str = "",
    names: str = "",
    title: str = "",
) -> Officeholder:
    """A term; dates are ISO days, "" for an open end; ``names`` are separated by vertical bars."""
    return Officeholder(
        name=name,
        country=country,
        role=role,
        names=tuple(n for n in names.split("|") if n),
        surname=surname,
        start=date.fromisoformat(start),
        end=date.fromisoformat(end) if end else None,
        title=title,
        sector=Sector.IGO if role is Role.IGO_OFFICIAL else Sector.GOV,
    )


HOS, HOG, FM, DM = Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER
KING, IGO = Role.MONARCH, Role.IGO_OFFICIAL

TABLE = (
    held("Carles Puigdemont", "ESP", Role.OFFICIAL, "2016-01-12", "2017-10-27", title="President of Catalonia"),
    held("Hassan Nasrallah", "LBN", Role.OTHER, "1992-02-16", "2024-09-27", title="Hezbollah leader"),
    held("Bhumibol Adulyadej", "THA", KING, "1946-06-09", "2016-10-13"),
    held("Olav V", "NOR", KING, "1957-09-21", "1991-01-17"),
    held("Vladimir Putin", "RUS", HOS, "2012-05-07"),
    held("Sergei Lavrov", "RUS", FM, "2004-03-09", names="Sergey Lavrov"),
    held("Xi Jinping", "CHN", HOS, "2013-03-14", surname="Xi"),
    held("Wang Yi", "CHN", FM, "2013-03-16", "2022-12-30", surname="Wang"),
    held("Kim Jong Un", "PRK", HOS, "2011-12-17", surname="Kim", names="Kim Jong-un"),
    held("Moon Jae-in", "KOR", HOS, "2017-05-10", "2022-05-10", surname="Moon"),
    held("Donald Trump", "USA", HOS, "2017-01-20", "2021-01-20"),
    held("Barack Obama", "USA", HOS, "2009-01-20", "2017-01-20"),
    held("George W. Bush", "USA", HOS, "2001-01-20", "2009-01-20", names="George Bush"),
    held("George H. W. Bush", "USA", HOS, "1989-01-20", "1993-01-20", names="George Bush"),
    held("Joe Biden", "USA", HOS, "2021-01-20", "2025-01-20"),
    held("Joe Biden", "USA", Role.VICE_PRESIDENT, "2009-01-20", "2017-01-20"),
    held("John Kerry", "USA", FM, "2013-02-01", "2017-01-20"),
    held("Mike Pompeo", "USA", FM, "2018-04-26", "2021-01-20"),
    held("Theresa May", "GBR", HOG, "2016-07-13", "2019-07-24"),
    held("Tony Blair", "GBR", HOG, "1997-05-02", "2007-06-27"),
    held("Gordon Brown", "GBR", HOG, "2007-06-27", "2010-05-11"),
    held("Emmanuel Macron", "FRA", HOS, "2017-05-14"),
    held("Angela Merkel", "DEU", HOG, "2005-11-22", "2021-12-08"),
    held("Frank-Walter Steinmeier", "DEU", HOS, "2017-03-19"),
    held("Shinzo Abe", "JPN", HOG, "2012-12-26", "2020-09-16", surname="Abe"),
    held("Narendra Modi", "IND", HOG, "2014-05-26"),
    held("Francis", "VAT", HOS, "2013-03-13", "2025-04-21", names="Pope Francis"),
    held("Salman bin Abdulaziz", "SAU", KING, "2015-01-23", surname="Salman", names="King Salman"),
    held("Abdullah II", "JOR", KING, "1999-02-07", surname="Abdullah", names="Abdullah II of Jordan"),
    held("Tamim bin Hamad Al Thani", "QAT", KING, "2013-06-25", surname="Tamim"),
    held("Felipe VI", "ESP", KING, "2014-06-19", surname="Felipe"),
    held("Ban Ki-moon", "UNO", IGO, "2007-01-01", "2016-12-31", surname="Ban", title="Secretary-General"),
    held("António Guterres", "UNO", IGO, "2017-01-01", surname="Guterres", title="Secretary-General"),
    held("Amina Mohammed", "UNO", IGO, "2017-01-01", title="Deputy Secretary-General"),
    held("Jens Stoltenberg", "NAT", IGO, "2014-10-01", "2024-10-01", title="Secretary-General"),
    held("Federica Mogherini", "EUR", IGO, "2014-11-01", "2019-12-01", title="High Representative"),
    held("Elizabeth II", "GBR", KING, "1952-02-06", "2022-09-08", surname="Elizabeth", names="Queen Elizabeth"),
    held("Letizia", "ESP", Role.ROYAL, "2014-06-19", names="Queen Letizia"),
    held("Olaf Scholz", "DEU", HOG, "2021-12-08", "2025-05-06"),
    held("Recep Tayyip Erdogan", "TUR", HOS, "2014-08-28", names="Recep Tayyip Erdoğan|Tayyip Erdogan"),
    held("Abdel Fattah al-Sisi", "EGY", HOS, "2014-06-08", surname="Sisi", names="Abdel Fattah el-Sisi"),
    held("Hassan Rouhani", "IRN", HOS, "2013-08-03", "2021-08-03"),
    held("Lee Hsien Loong", "SGP", HOG, "2004-08-12", "2024-05-15", surname="Lee"),
    held("Vivian Balakrishnan", "SGP", FM, "2015-10-01"),
    held("Tharman Shanmugaratnam", "SGP", HOS, "2023-09-14", surname="Tharman"),
    held("Leo Varadkar", "IRL", HOG, "2017-06-14", "2020-06-27"),
    held("Leo Varadkar", "IRL", HOG, "2022-12-17", "2024-04-09"),
    held("Alexander Lukashenko", "BLR", HOS, "1994-07-20"),
    held("Benjamin Netanyahu", "ISR", HOG, "2009-03-31", "2021-06-13"),
    held("Robert Mugabe", "ZWE", HOS, "1987-12-31", "2017-11-21"),
    held("Jacinda Ardern", "NZL", HOG, "2017-10-26", "2023-01-25"),
    held("Retno Marsudi", "IDN", FM, "2014-10-27", "2024-10-20", surname="Retno"),
)


class Desk:
    """Reads texts with the layers up to mentions."""

    def __init__(self, table: Sequence[Officeholder] = TABLE) -> None:
        self._providers = {part.provides: part for part in base_annotators((), table)}

    def analysis(self, text: str, published: str | None = "2018-05-01") -> LayeredAnalysis:
        """The analysis of a text; a fault of a layer is raised."""
        return LayeredAnalysis(Document(text=text, published=published), self._providers, _raised)

    def read(self, text: str, published: str | None = "2018-05-01") -> list[Mention]:
        """All mentions of a text."""
        analysis = self.analysis(text, published)
        return [m for s in analysis.sentences for m in analysis.mentions(s.index)]


def _raised(_: Annotator, error: Exception) -> None:
    raise error


@pytest.fixture(scope="session")
def desk() -> Desk:
    """Layers up to mentions over the small table."""
    return Desk()
