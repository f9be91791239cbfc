-- How many residences lie in a 本级: a region's tree shows the 本级 on which a record fell.
select leaf_code, count(*) as residences
from standing.residence
where leaf_code like '%-self'
group by leaf_code
