// A list with value semantics whose copies share their unchanged parts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace zhengshe::model {

// A std::vector in chunks that copies share until one of them is written to. Undo keeps a whole scenario
// per edit; with sharing, an edit of one of 10,000 cooperatives costs one chunk and a list of pointers.
// Reading is through const access; every write names its element and unshares only that chunk.
template <class T>
class SharedList {
 public:
  static constexpr std::size_t kChunk = 16;

  SharedList() = default;
  SharedList(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t i) const { return (*chunks_[i / kChunk])[i % kChunk]; }
  const T& back() const { return (*this)[size_ - 1]; }

  // The element for writing. The reference is good until the list is next copied or resized.
  T& edit(std::size_t i) { return owned(i / kChunk)[i % kChunk]; }

  void push_back(T value) {
    if (size_ % kChunk == 0) chunks_.push_back(std::make_shared<Chunk>());
    owned(size_ / kChunk).push_back(std::move(value));
    ++size_;
  }

  void pop_back() {
    owned(chunks_.size() - 1).pop_back();
    if (--size_ % kChunk == 0) chunks_.pop_back();
  }

  void insert(std::size_t at, T value) {
    push_back(std::move(value));
    for (std::size_t i = size_ - 1; i > at; --i) std::swap(edit(i), edit(i - 1));
  }

  void erase(std::size_t at) {
    for (std::size_t i = at; i + 1 < size_; ++i) edit(i) = (*this)[i + 1];
    pop_back();
  }

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;
    Iterator() = default;
    Iterator(const SharedList* list, std::size_t at) : list_(list), at_(at) {}
    reference operator*() const { return (*list_)[at_]; }
    pointer operator->() const { return &(*list_)[at_]; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) {
      Iterator before = *this;
      ++at_;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const SharedList* list_ = nullptr;
    std::size_t at_ = 0;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

  friend bool operator==(const SharedList& a, const SharedList& b) {
    return a.size_ == b.size_ && std::equal(a.chunks_.begin(), a.chunks_.end(), b.chunks_.begin(),
                                            [](const auto& x, const auto& y) { return x == y || *x == *y; });
  }

 private:
  using Chunk = std::vector<T>;

  Chunk& owned(std::size_t chunk) {
    std::shared_ptr<Chunk>& pointer = chunks_[chunk];
    if (pointer.use_count() != 1) pointer = std::make_shared<Chunk>(*pointer);
    return *pointer;
  }

  std::vector<std::shared_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace zhengshe::model
