create or replace macro lost_digits_rule() as
  '长数字被电子表格存成了数值，第 15 位以后已丢失：请把该列设为文本格式后重新填写'
