#include <algorithm>
#include <vector>

#include "io/deflate.h"
#include "io/deflate_tables.h"

namespace zhengshe::io {
namespace {

using namespace deflate;

constexpr unsigned kNoSymbol = 0xFFFF;

// After the end of its input it reads zeros, and knows that it has come too far.
class BitReader {
 public:
  explicit BitReader(std::string_view input) : input_(input) {}

  // The next `count` bits, the first read being the lowest.
  unsigned bits(int count) {
    while (held_ < count) {
      if (at_ == input_.size()) {
        is_past_end_ = true;
        return 0;
      }
      hold_ |= static_cast<std::uint32_t>(static_cast<unsigned char>(input_[at_++])) << held_;
      held_ += 8;
    }
    const unsigned value = hold_ & ((1u << count) - 1);
    hold_ >>= count;
    held_ -= count;
    return value;
  }

  // Whole bytes after the rest of the current one is thrown away; none where there are fewer.
  std::string_view bytes(std::size_t count) {
    if (count > input_.size() - at_) {
      is_past_end_ = true;
      return {};
    }
    at_ += count;
    return input_.substr(at_ - count, count);
  }
  void align() { hold_ = 0, held_ = 0; }
  bool at_end() const { return at_ == input_.size(); }
  bool is_past_end() const { return is_past_end_; }

 private:
  std::string_view input_;
  std::size_t at_ = 0;
  std::uint32_t hold_ = 0;
  int held_ = 0;
  bool is_past_end_ = false;
};

// A canonical Huffman code: how many codes of each length, and their symbols in order (RFC 1951, 3.2.2).
class Huffman {
 public:
  Huffman(const std::uint8_t* lengths, std::size_t count) {
    for (std::size_t symbol = 0; symbol < count; ++symbol) ++counts_[lengths[symbol]];
    counts_[0] = 0;
    std::array<std::size_t, kMaxBits + 2> next{};
    int left = 1;
    for (std::size_t length = 1; length <= kMaxBits; ++length) {
      left = 2 * left - counts_[length];
      if (left < 0) return;
      next[length + 1] = next[length] + static_cast<std::size_t>(counts_[length]);
    }
    symbols_.resize(count);
    is_possible_ = true;
    for (std::size_t symbol = 0; symbol < count; ++symbol)
      if (lengths[symbol] != 0) symbols_[next[lengths[symbol]]++] = static_cast<std::uint16_t>(symbol);
  }

  // False where the lengths ask for more codes than there is room for.
  bool is_possible() const { return is_possible_; }

  // kNoSymbol where no code begins like the input.
  unsigned decode(BitReader& input) const {
    int code = 0;
    int first = 0;
    int index = 0;
    for (std::size_t length = 1; length <= kMaxBits; ++length) {
      code |= static_cast<int>(input.bits(1));
      if (code - first < counts_[length]) return symbols_[static_cast<std::size_t>(index + code - first)];
      index += counts_[length];
      first = (first + counts_[length]) << 1;
      code <<= 1;
    }
    return kNoSymbol;
  }

 private:
  std::array<int, kMaxBits + 1> counts_{};
  std::vector<std::uint16_t> symbols_;
  bool is_possible_ = false;
};

class Inflater {
 public:
  Inflater(std::string_view input, std::size_t most) : input_(input), most_(most) {}

  Inflated run() {
    bool last = false;
    while (!last && goes_on()) {
      last = input_.bits(1) == 1;
      switch (input_.bits(2)) {
        case 0: stored(); break;
        case 1: fixed(); break;
        case 2: dynamic(); break;
        default: stop(InflateStatus::damaged);
      }
    }
    if (!input_.at_end()) stop(InflateStatus::damaged);
    if (!goes_on()) return {status_ == InflateStatus::fine ? InflateStatus::damaged : status_, {}};
    return {InflateStatus::fine, std::move(output_)};
  }

 private:
  bool goes_on() const { return status_ == InflateStatus::fine && !input_.is_past_end(); }

  // The first reason stands.
  void stop(InflateStatus why) {
    if (goes_on()) status_ = why;
  }

  bool has_room_for(std::size_t bytes) {
    const bool fits = bytes <= most_ - output_.size();
    if (!fits) stop(InflateStatus::too_large);
    return fits;
  }

  void stored() {
    input_.align();
    const std::string_view head = input_.bytes(4);
    if (head.empty()) return;
    const auto byte = [&head](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(head[i])); };
    const unsigned length = byte(0) | byte(1) << 8;
    if (length != (~(byte(2) | byte(3) << 8) & 0xFFFFu)) return stop(InflateStatus::damaged);
    if (has_room_for(length)) output_ += input_.bytes(length);
  }

  void fixed() {
    std::array<std::uint8_t, 288> literals;
    std::fill(literals.begin(), literals.begin() + 144, std::uint8_t{8});
    std::fill(literals.begin() + 144, literals.begin() + 256, std::uint8_t{9});
    std::fill(literals.begin() + 256, literals.begin() + 280, std::uint8_t{7});
    std::fill(literals.begin() + 280, literals.end(), std::uint8_t{8});
    std::array<std::uint8_t, kDistanceCodes> distances;
    distances.fill(5);
    block(Huffman(literals.data(), literals.size()), Huffman(distances.data(), distances.size()));
  }

  void dynamic() {
    const std::size_t literals = input_.bits(5) + 257;
    const std::size_t distances = input_.bits(5) + 1;
    const std::size_t codes = input_.bits(4) + 4;
    if (literals > kLiteralCodes || distances > kDistanceCodes) return stop(InflateStatus::damaged);
    std::array<std::uint8_t, kLengthCodes> code_lengths{};
    for (std::size_t i = 0; i < codes; ++i) code_lengths[kLengthOrder[i]] = static_cast<std::uint8_t>(input_.bits(3));
    const Huffman code(code_lengths.data(), code_lengths.size());
    if (!code.is_possible()) return stop(InflateStatus::damaged);
    std::vector<std::uint8_t> lengths;
    while (lengths.size() < literals + distances) {
      const unsigned symbol = code.decode(input_);
      if (symbol == kNoSymbol || input_.is_past_end()) return stop(InflateStatus::damaged);
      if (symbol < 16) {
        lengths.push_back(static_cast<std::uint8_t>(symbol));
        continue;
      }
      if (symbol == 16 && lengths.empty()) return stop(InflateStatus::damaged);
      const std::uint8_t repeated = symbol == 16 ? lengths.back() : std::uint8_t{0};
      const std::size_t times = symbol == 16 ? 3 + input_.bits(2) : symbol == 17 ? 3 + input_.bits(3) : 11 + input_.bits(7);
      lengths.insert(lengths.end(), times, repeated);
    }
    if (lengths.size() != literals + distances || lengths[kEndOfBlock] == 0) return stop(InflateStatus::damaged);
    block(Huffman(lengths.data(), literals), Huffman(lengths.data() + literals, distances));
  }

  void block(const Huffman& literals, const Huffman& distances) {
    if (!literals.is_possible() || !distances.is_possible()) return stop(InflateStatus::damaged);
    while (goes_on()) {
      const unsigned symbol = literals.decode(input_);
      if (symbol == kEndOfBlock) return;
      if (symbol < kEndOfBlock) {
        if (has_room_for(1)) output_ += static_cast<char>(symbol);
        continue;
      }
      if (symbol - 257 >= kLengthBase.size()) return stop(InflateStatus::damaged);
      const std::size_t length = kLengthBase[symbol - 257] + input_.bits(kLengthExtra[symbol - 257]);
      const unsigned far = distances.decode(input_);
      if (far == kNoSymbol) return stop(InflateStatus::damaged);
      const std::size_t distance = kDistanceBase[far] + input_.bits(kDistanceExtra[far]);
      if (distance > output_.size()) return stop(InflateStatus::damaged);
      if (!has_room_for(length)) return;
      for (std::size_t i = 0; i < length; ++i) output_ += output_[output_.size() - distance];  // may overlap itself
    }
  }

  BitReader input_;
  std::size_t most_;
  std::string output_;
  InflateStatus status_ = InflateStatus::fine;
};

}  // namespace

Inflated inflate_raw(std::string_view input, std::size_t most_bytes, std::size_t most_ratio) {
  return Inflater(input, std::min(most_bytes, input.size() * most_ratio)).run();
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1u) != 0 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

}  // namespace zhengshe::io
