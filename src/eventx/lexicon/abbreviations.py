"""Abbreviations that keep their dot: the tokenizer and the tables that are split like its tokens read them."""

from typing import Final

BEFORE_DOT: Final = (
    "Mr|Mrs|Ms|Dr|Gen|Gens|Sen|Sens|Rep|Reps|Gov|Govs|Drs|Lt|Col|Maj"
    "|Sgt|Capt|Cmdr|Adm|St|Jr|Sr|Prof|Rev|Hon|Rt|Smt|Shri|Pres|Sec|Amb|Supt"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fla|Calif|Tex|Mass|Conn|Pa|Va|Ky|Md|Wash|No|vs"
)
