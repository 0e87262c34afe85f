#include "io/share_link.h"

#include <charconv>
#include <cstdio>

#include "io/packed_text.h"

namespace zhengshe::io {
namespace {

constexpr std::string_view kMark = "v1.";
constexpr std::size_t kMaxBytes = 8u << 20;
constexpr std::size_t kMaxRatio = 100;

std::string hexadecimal(std::uint32_t number) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", number);
  return text;
}

// 1055 → "1,055".
std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

ReadResult refused(const char* code, model::Text message) {
  return {std::nullopt, {{model::Severity::error, code, "", 0, 0, std::move(message)}}};
}

ReadResult damaged(std::size_t arrived, std::optional<std::size_t> sent) {
  if (sent && arrived != *sent)
    return refused("link_damaged", {"Link damaged: " + grouped(arrived) + " of " + grouped(*sent) + " characters. Copy the whole link.",
                                    "链接损坏：" + grouped(*sent) + "个字符只到达" + grouped(arrived) + "个。请复制完整链接。"});
  return refused("link_damaged", {"Link damaged: its characters have been changed. Ask for it again, or for the file.", "链接损坏：字符已被改动。请重新索取链接或文件。"});
}

// The text up to the next dot, which is cut off from the front.
std::string_view cut(std::string_view& text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view part = text.substr(0, dot);
  text.remove_prefix(std::min(text.size(), dot + 1));
  return part;
}

}  // namespace

std::string write_link(const model::Scenario& scenario) {
  const std::string payload = pack_text(write_scenario(scenario));
  std::string link("#");
  link.append(kMark).append(std::to_string(payload.size())).append(".").append(hexadecimal(crc32(payload))).append(".").append(payload);
  return link;
}

ReadResult read_link(std::string_view link) {
  if (const std::size_t mark = link.find('#'); mark != std::string_view::npos) link.remove_prefix(mark + 1);
  while (!link.empty() && (link.back() == '\n' || link.back() == '\r' || link.back() == ' ')) link.remove_suffix(1);
  if (link.size() > kMaxLinkCharacters)
    return refused("link_too_long", {"The link is too long: " + grouped(link.size()) + " characters. Use the file.", "链接过长：" + grouped(link.size()) + "个字符。请使用文件。"});
  if (link.substr(0, kMark.size()) != kMark) return refused("not_a_link", {"This is not a link to a scenario of a known kind.", "这不是已知类型的情景链接。"});
  link.remove_prefix(kMark.size());
  const std::string_view count = cut(link);
  std::size_t sent = 0;
  const auto [end, failure] = std::from_chars(count.data(), count.data() + count.size(), sent);
  if (failure != std::errc() || end != count.data() + count.size()) return damaged(link.size(), std::nullopt);
  const std::string_view sum = cut(link);
  if (link.size() != sent || hexadecimal(crc32(link)) != sum) return damaged(link.size(), sent);
  const Inflated inflated = unpack_text(link, kMaxBytes, kMaxRatio);
  if (inflated.status == InflateStatus::too_large)
    return refused("link_expands_too_far", {"The link would expand to more than it may.", "链接展开后超过允许的大小。"});
  if (inflated.status == InflateStatus::damaged) return damaged(link.size(), std::nullopt);
  return read_scenario(inflated.bytes);
}

}  // namespace zhengshe::io
