#include "app/text_parts.h"

namespace zhengshe::app {
namespace {

constexpr std::string_view kReportStyle =
    "body{margin:2rem auto;max-width:60rem;padding:0 1rem;background:#fffdf8;color:#20242c;font:15px/1.6 system-ui,sans-serif}"
    "h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid #e3dccd}"
    "table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}caption{text-align:left;color:#62656c}"
    "th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #e3dccd;text-align:left;vertical-align:top}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere}.question{font-size:1.25em}.notes{height:9rem;border:1px solid #e3dccd}.chart{width:100%;height:auto}"
    "@media print{body{margin:0;max-width:none;font-size:10pt}section{break-inside:auto}tr{break-inside:avoid}}";

// A report from a stranger's scenario does nothing but show: no script, no request, no form, no other base.
constexpr std::string_view kReportPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

void write_row(Html& html, const TextRow& row) {
  html.element("tr", {}, [&] {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) {
        html.leaf("td", row.cells[i]);
      } else if (row.select) {
        html.element("th", {{"scope", "row"}}, [&] {
          html.leaf("button", row.cells[i], {{"type", "button"}, {"data-select", std::to_string(row.select.value)}});
        });
      } else {
        html.leaf("th", row.cells[i], {{"scope", "row"}});
      }
    }
  });
}

}  // namespace

void write_table(Html& html, std::string_view caption, const std::vector<std::string>& headings, const std::vector<TextRow>& rows) {
  if (rows.empty()) return;
  html.element("table", {}, [&] {
    html.leaf("caption", caption);
    html.element("thead", {}, [&] {
      html.element("tr", {}, [&] {
        for (const std::string& heading : headings) html.leaf("th", heading, {{"scope", "col"}});
      });
    });
    html.element("tbody", {}, [&] {
      for (const TextRow& row : rows) write_row(html, row);
    });
  });
}

void write_list(Html& html, const std::vector<std::string>& items) {
  if (items.empty()) return;
  html.element("ol", {}, [&] {
    for (const std::string& item : items) html.leaf("li", item);
  });
}

std::string html_document(Language language, std::string_view title, const std::function<void(Html& html)>& body) {
  Html html;
  html.insert("<!doctype html>\n");
  html.element("html", {{"lang", language == Language::zh ? "zh-Hans" : "en"}}, [&] {
    html.element("head", {}, [&] {
      html.empty("meta", {{"charset", "utf-8"}});
      html.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kReportPolicy}});
      html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width"}});
      html.leaf("title", title);
      html.element("style", {}, [&] { html.insert(kReportStyle); });
    });
    html.element("body", {}, [&] { html.element("main", {}, [&] { body(html); }); });
  });
  return html.take();
}

}  // namespace zhengshe::app
