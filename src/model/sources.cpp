#include <array>
#include <utility>

#include "model/evidence.h"

namespace zhengshe::model {

Text known_source_title(std::string_view key) {
  static const std::array<std::pair<std::string_view, Text>, 9> kTitles{{
      {"rmrb-1957-02-12",
       {"People's Daily, 12 February 1957, page 2 (Xinhua report on Kunming)", "《人民日报》1957年2月12日第2版（新华社昆明讯）"}},
      {"hamilton-2003",
       {"Hamilton, Nickerson and Owan 2003, and other studies of group size and effort", "Hamilton、Nickerson、Owan 2003 等关于集体规模与努力程度的研究"}},
      {"evidence-4.5", {"Derived from studies of diversified firms (Schoar 2002)", "由多角化企业研究（Schoar 2002）推得"}},
      {"giroud-2013", {"Giroud 2013, on distance between headquarters and plants, scaled", "Giroud 2013，总部与工厂距离的影响，按比例缩小"}},
      {"bloom-2013", {"Bloom, Eifert, Mahajan, McKenzie and Roberts 2013, “Does Management Matter?”", "Bloom 等 2013，《管理重要吗？》"}},
      {"bloom-2020", {"Bloom, Mahajan, McKenzie and Roberts 2020, on the persistence of management changes", "Bloom 等 2020，管理改进的持久性"}},
      {"wu-paluck-2022", {"Wu and Paluck 2022, participatory meetings in a Chinese factory", "Wu、Paluck 2022，中国工厂的民主参与会议"}},
      {"iacovone-2022", {"Iacovone, Maloney and McKenzie 2022, group consulting", "Iacovone、Maloney、McKenzie 2022，集体咨询"}},
      {"learning-curves", {"Learning-curve studies (80 to 90 per cent curves)", "学习曲线研究（80%至90%曲线）"}},
  }};
  for (const auto& [known, title] : kTitles)
    if (known == key) return title;
  return {std::string(key), std::string(key)};
}

}  // namespace zhengshe::model
