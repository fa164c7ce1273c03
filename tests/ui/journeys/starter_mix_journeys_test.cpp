// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Journeys J4 to J8 and J16 (ui.md §16) on the real engine with the starter family: one program, one engine that is
// loaded once.
#include "tests/ui/journeys/starter_stage.h"

using namespace segmoe;

int main(int argc, char* argv[]) {
    return test::runJourneys(argc, argv, {test::composeJourneys, test::mixStateJourneys, test::dropJourneys});
}
