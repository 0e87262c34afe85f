// The charts of the views as plain values, for the screen, the report and files.
#pragma once

#include "app/chart_data.h"
#include "app/session.h"
#include "app/views/evidence.h"
#include "app/views/timeline.h"

namespace zhengshe::app::views {

// A metric of the city, or of a cooperative, over the days: the plan, where there is one, against what is left alone,
// by the centre run.
ChartData centre_chart(const Session& session, model::Metric metric, model::CooperativeId of = {});

// The same by medians and bands of the replications, where there are some of the present document and city.
ChartData metric_chart(const Session& session, model::Metric metric, model::CooperativeId of = {});

// Holidays and the deadline, where the chart is over the days of the run.
ChartData with_calendar(ChartData chart, const Session& session, const Timeline& line);

// Work teams at work and available, over `days` days from `first` on.
ChartData teams_chart(const Session& session, const Gantt& gantt, int first, int days);

// How often the replications came to about each value, between the least and the largest of them and of what was
// reported, which is marked. Precondition: the claim was observed.
ChartData claim_chart(const Session& session, const ClaimRow& claim);

}  // namespace zhengshe::app::views
