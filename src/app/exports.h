// Files for other programs.
#pragma once

#include <string>

#include "app/session.h"

namespace zhengshe::app {

// Every cooperative with every column of the table, of the month of the session's day, as CSV with a byte order
// mark, so that spreadsheets recognise Chinese.
std::string table_csv(const Session& session);

// What the page is asked for where a person wants a chart. Files are named after the document, without its ending.
Request chart_request(const ExportChart& wanted, const std::string& document);

}  // namespace zhengshe::app
