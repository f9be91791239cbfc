-- What unit 660000 submits lies in 660000, under a code of another province in its 本级.
select false as by_corps, code, leaf_code, province_code, from_day, to_day
from marts.region_landing join marts.region using (leaf_code)

union all

select true, code, if(province_code = '660000', leaf_code, '660000-self'), '660000', from_day, to_day
from marts.region_landing join marts.region using (leaf_code)
