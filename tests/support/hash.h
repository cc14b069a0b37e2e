// One number that stands for the bits of many doubles: a golden that native and wasm tests share.
//
//     BitHash hash;
//     for (double x : values) hash.add(x);
//     CHECK(hash.value == 0x1234...);
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace chainwise::test {

struct BitHash {
  std::uint64_t value = 0xcbf29ce484222325u;
  void add(double x) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    if (x != x) bits = 0x7ff8000000000000u;  // the bits of NaN are nobody's promise
    for (int i = 0; i < 64; i += 8) value = (value ^ ((bits >> i) & 0xff)) * 0x100000001b3u;
  }
  std::string text() const {  // 16 hexadecimal digits
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[value >> shift & 15];
    return digits;
  }
  void add(const std::vector<double>& numbers) {
    for (const double x : numbers) add(x);
  }
};

}  // namespace chainwise::test
