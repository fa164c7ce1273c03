// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "core/domain/architecture.h"

namespace segmoe {

std::string_view familyName(ModelFamily family) {
    switch (family) {
        case ModelFamily::Sd1: return "SD1";
        case ModelFamily::Sd2: return "SD2";
        case ModelFamily::Sdxl: return "SDXL";
        case ModelFamily::Custom: break;
    }
    return "custom";
}

}  // namespace segmoe
