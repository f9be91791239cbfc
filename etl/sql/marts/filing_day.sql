-- How many filings each unit has of a year by 申报日期: what the basis year is found by.
select year, unit, filed_on, count(*) as filings
from standing.levy_filing
group by year, unit, filed_on
