select year, indicator_name, figure, figure_unit, source from standing.published
