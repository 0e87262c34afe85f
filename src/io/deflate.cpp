#include "io/deflate.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "io/deflate_tables.h"

namespace zhengshe::io {
namespace {

using namespace deflate;

constexpr std::size_t kTokensPerBlock = 1 << 16;
constexpr std::size_t kHashBits = 15;
constexpr int kMostTries = 256;  // earlier places that are compared for a match

// A literal (distance 0) or a copy of `value` bytes from `distance` back.
struct Token {
  std::uint16_t value = 0;
  std::uint16_t distance = 0;
};

// Finds earlier occurrences by chains of places with the same hash of three bytes.
class Matcher {
 public:
  explicit Matcher(std::string_view bytes) : bytes_(bytes), newest_(std::size_t{1} << kHashBits, -1), older_(bytes.size(), -1) {}

  void remember(std::size_t at) {
    if (at + kMinMatch > bytes_.size()) return;
    older_[at] = newest_[hash(at)];
    newest_[hash(at)] = static_cast<std::int32_t>(at);
  }

  // The longest earlier match, the nearest of equals.
  Token longest(std::size_t at) const {
    Token best;
    if (at + kMinMatch > bytes_.size()) return best;
    const std::size_t most = std::min(kMaxMatch, bytes_.size() - at);
    int tries = kMostTries;
    for (std::int32_t place = newest_[hash(at)]; place >= 0 && tries > 0; place = older_[static_cast<std::size_t>(place)], --tries) {
      const auto from = static_cast<std::size_t>(place);
      if (at - from > kWindow) break;
      std::size_t length = 0;
      while (length < most && bytes_[from + length] == bytes_[at + length]) ++length;
      if (length < kMinMatch || length <= best.value) continue;
      best = {static_cast<std::uint16_t>(length), static_cast<std::uint16_t>(at - from)};
      if (length == most) break;
    }
    return best;
  }

 private:
  std::size_t hash(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at + i])); };
    return ((byte(0) | byte(1) << 8 | byte(2) << 16) * 2654435761u) >> (32 - kHashBits);
  }

  std::string_view bytes_;
  std::vector<std::int32_t> newest_;
  std::vector<std::int32_t> older_;
};

// Literals and copies, with lazy matching: a copy waits if the next byte begins a longer one.
std::vector<Token> tokens_of(std::string_view bytes) {
  Matcher matcher(bytes);
  std::vector<Token> tokens;
  Token here = matcher.longest(0);
  for (std::size_t at = 0; at < bytes.size();) {
    matcher.remember(at);
    const Token next = matcher.longest(at + 1);
    if (here.value < kMinMatch || next.value > here.value) {
      tokens.push_back({static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at])), 0});
      ++at;
      here = next;
      continue;
    }
    tokens.push_back(here);
    for (std::size_t i = 1; i < here.value; ++i) matcher.remember(at + i);
    at += here.value;
    here = matcher.longest(at);
  }
  return tokens;
}

// Position of the last base that is not above the value.
template <class Bases>
std::size_t code_for(const Bases& bases, std::size_t value) {
  return static_cast<std::size_t>(std::upper_bound(bases.begin(), bases.end(), value) - bases.begin()) - 1;
}

// Huffman code lengths of at most `most` bits; where the tree is deeper, rare symbols are made less rare.
std::vector<std::uint8_t> code_lengths(std::vector<std::uint32_t> counts, int most) {
  struct Node {
    std::uint64_t count;
    std::size_t order;  // ties: the earlier first, so that the result is the same everywhere
    std::size_t left, right;
  };
  const std::size_t symbols = counts.size();
  for (;;) {
    std::vector<Node> nodes;
    std::vector<std::size_t> heap;
    const auto later = [&nodes](std::size_t a, std::size_t b) { return nodes[a].count != nodes[b].count ? nodes[a].count > nodes[b].count : nodes[a].order > nodes[b].order; };
    std::vector<std::uint8_t> lengths(symbols, 0);
    for (std::size_t symbol = 0; symbol < symbols; ++symbol)
      if (counts[symbol] > 0) {
        nodes.push_back({counts[symbol], symbol, SIZE_MAX, symbol});
        heap.push_back(nodes.size() - 1);
      }
    if (nodes.size() == 1) lengths[nodes[0].order] = 1;
    std::make_heap(heap.begin(), heap.end(), later);
    const auto take = [&] {
      std::pop_heap(heap.begin(), heap.end(), later);
      const std::size_t node = heap.back();
      heap.pop_back();
      return node;
    };
    while (heap.size() > 1) {
      const std::size_t first = take();
      const std::size_t second = take();
      nodes.push_back({nodes[first].count + nodes[second].count, symbols + nodes.size(), first, second});
      heap.push_back(nodes.size() - 1);
      std::push_heap(heap.begin(), heap.end(), later);
    }
    int deepest = 0;
    std::vector<int> depth(nodes.size(), 0);
    for (std::size_t node = nodes.size(); node-- > 0 && nodes.size() > 1;) {
      if (nodes[node].left == SIZE_MAX) {
        lengths[nodes[node].right] = static_cast<std::uint8_t>(depth[node]);
        deepest = std::max(deepest, depth[node]);
      } else {
        depth[nodes[node].left] = depth[nodes[node].right] = depth[node] + 1;
      }
    }
    if (deepest <= most) return lengths;
    for (std::uint32_t& count : counts) count = count == 0 ? 0 : (count >> 1) | 1;
  }
}

// The codes of canonical lengths, bits reversed as they are sent (RFC 1951, 3.2.2).
std::vector<std::uint16_t> codes_of(const std::vector<std::uint8_t>& lengths) {
  std::array<unsigned, kMaxBits + 2> next{};
  for (const std::uint8_t length : lengths)
    if (length > 0) ++next[length + 1u];
  for (std::size_t length = 1; length <= kMaxBits; ++length) next[length] = (next[length] + next[length - 1]) << (length > 1 ? 1 : 0);
  std::vector<std::uint16_t> codes(lengths.size(), 0);
  for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
    unsigned code = lengths[symbol] > 0 ? next[lengths[symbol]]++ : 0;
    for (int bit = 0; bit < lengths[symbol]; ++bit, code >>= 1) codes[symbol] = static_cast<std::uint16_t>(codes[symbol] << 1 | (code & 1));
  }
  return codes;
}

class BitWriter {
 public:
  void bits(std::size_t value, int count) {
    hold_ |= static_cast<std::uint64_t>(value) << held_;
    held_ += count;
    for (; held_ >= 8; held_ -= 8, hold_ >>= 8) output_ += static_cast<char>(hold_ & 0xFF);
  }
  std::string finish() && {
    if (held_ > 0) output_ += static_cast<char>(hold_ & 0xFF);
    return std::move(output_);
  }

 private:
  std::string output_;
  std::uint64_t hold_ = 0;
  int held_ = 0;
};

// A code length, or a run of them, with its extra bits.
struct LengthToken {
  std::uint8_t symbol;
  std::uint8_t extra;
};

std::vector<LengthToken> run_lengths(const std::vector<std::uint8_t>& lengths) {
  std::vector<LengthToken> tokens;
  for (std::size_t at = 0; at < lengths.size();) {
    std::size_t run = 1;
    while (at + run < lengths.size() && lengths[at + run] == lengths[at]) ++run;
    if (lengths[at] == 0 && run >= 3) {
      run = std::min<std::size_t>(run, 138);
      tokens.push_back(run <= 10 ? LengthToken{17, static_cast<std::uint8_t>(run - 3)} : LengthToken{18, static_cast<std::uint8_t>(run - 11)});
    } else if (lengths[at] != 0 && run >= 4) {
      run = std::min<std::size_t>(run, 7);
      tokens.push_back({lengths[at], 0});
      tokens.push_back({16, static_cast<std::uint8_t>(run - 4)});
    } else {
      run = 1;
      tokens.push_back({lengths[at], 0});
    }
    at += run;
  }
  return tokens;
}

class BlockWriter {
 public:
  explicit BlockWriter(BitWriter& output) : output_(output) {}

  void write(const Token* first, const Token* end, bool last) {
    std::vector<std::uint32_t> literal_counts(kLiteralCodes, 0);
    std::vector<std::uint32_t> distance_counts(kDistanceCodes, 0);
    literal_counts[kEndOfBlock] = 1;
    distance_counts[0] = 1;  // a code of no symbol at all is not allowed
    for (const Token* token = first; token != end; ++token) {
      ++literal_counts[token->distance == 0 ? token->value : 257 + code_for(kLengthBase, token->value)];
      if (token->distance != 0) ++distance_counts[code_for(kDistanceBase, token->distance)];
    }
    literal_lengths_ = code_lengths(std::move(literal_counts), kMaxBits);
    distance_lengths_ = code_lengths(std::move(distance_counts), kMaxBits);
    output_.bits(last ? 1 : 0, 1);
    output_.bits(2, 2);
    header();
    const std::vector<std::uint16_t> literals = codes_of(literal_lengths_);
    const std::vector<std::uint16_t> distances = codes_of(distance_lengths_);
    for (const Token* token = first; token != end; ++token) {
      if (token->distance == 0) {
        output_.bits(literals[token->value], literal_lengths_[token->value]);
        continue;
      }
      const std::size_t length = code_for(kLengthBase, token->value);
      const std::size_t distance = code_for(kDistanceBase, token->distance);
      output_.bits(literals[257 + length], literal_lengths_[257 + length]);
      output_.bits(token->value - kLengthBase[length], kLengthExtra[length]);
      output_.bits(distances[distance], distance_lengths_[distance]);
      output_.bits(token->distance - kDistanceBase[distance], kDistanceExtra[distance]);
    }
    output_.bits(literals[kEndOfBlock], literal_lengths_[kEndOfBlock]);
  }

 private:
  void header() {
    std::vector<std::uint8_t> lengths = literal_lengths_;
    lengths.insert(lengths.end(), distance_lengths_.begin(), distance_lengths_.end());
    const std::vector<LengthToken> tokens = run_lengths(lengths);
    std::vector<std::uint32_t> counts(kLengthCodes, 0);
    for (const LengthToken& token : tokens) ++counts[token.symbol];
    const std::vector<std::uint8_t> code = code_lengths(std::move(counts), kMaxLengthBits);
    const std::vector<std::uint16_t> codes = codes_of(code);
    output_.bits(kLiteralCodes - 257, 5);
    output_.bits(kDistanceCodes - 1, 5);
    output_.bits(kLengthCodes - 4, 4);
    for (const std::uint8_t symbol : kLengthOrder) output_.bits(code[symbol], 3);
    for (const LengthToken& token : tokens) {
      output_.bits(codes[token.symbol], code[token.symbol]);
      if (token.symbol >= 16) output_.bits(token.extra, token.symbol == 16 ? 2 : token.symbol == 17 ? 3 : 7);
    }
  }

  BitWriter& output_;
  std::vector<std::uint8_t> literal_lengths_;
  std::vector<std::uint8_t> distance_lengths_;
};

}  // namespace

std::string deflate_raw(std::string_view bytes) {
  const std::vector<Token> tokens = tokens_of(bytes);
  BitWriter output;
  std::size_t from = 0;
  do {
    const std::size_t to = std::min(tokens.size(), from + kTokensPerBlock);
    BlockWriter(output).write(tokens.data() + from, tokens.data() + to, to == tokens.size());
    from = to;
  } while (from < tokens.size());
  return std::move(output).finish();
}

}  // namespace zhengshe::io
