-- A text of Chinese characters alone, as most are, needs no cleaning; one character may be 无.
create or replace macro read_words(cell) as
  if(regexp_full_match(cell, '[\x{4e00}-\x{9fff}]{2,}'), cell, null)
