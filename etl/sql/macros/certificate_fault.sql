-- What is wrong with a certificate number; NULL where nothing is.
create or replace macro certificate_fault(number) as
  case
    when regexp_full_match(number, '[1-9]\d{16}[\dX][1-7][1-4](B[1-9])?')
      and certificate_birth(number) is not null
      and substr(number, 18, 1) = citizen_check(try_cast(substr(number, 1, 17) as bigint))
      then null
    when not regexp_full_match(number, '\d{17}[\dX]\d{2}(B[1-9])?')
      then if(
        lost_digits(number) or regexp_full_match(number, '\d{15}000'),
        lost_digits_rule(),
        '残疾人证号应为 20 位（18 位公民身份号码、类别、等级），补发的后接 B1 至 B9'
      )
    when not regexp_full_match(number, '[1-9].{17}[1-7].*')
      then if(
        regexp_full_match(number, '\d{15}00000.*'),
        lost_digits_rule(),
        '残疾人证号的类别位应为 1 至 7'
      )
    when not regexp_full_match(number, '.{19}[1-4].*') then '残疾人证号的等级位应为 1 至 4'
    when certificate_birth(number) is null then '残疾人证号中的出生日期不存在'
    when substr(number, 18, 1) <> citizen_check(try_cast(substr(number, 1, 17) as bigint))
      then '残疾人证号的校验码（第 18 位）不符'
  end
