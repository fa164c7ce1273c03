// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Journeys J1 to J3 and J9 to J13 (ui.md §16) on the real engine with the starter mixture: one program, one engine that
// is loaded once.
#include "tests/ui/journeys/starter_stage.h"

using namespace segmoe;

int main(int argc, char* argv[]) {
    return test::runJourneys(
        argc, argv,
        {test::renderJourneys, test::recallJourneys, test::recipeJourneys, test::routingJourneys, test::scanPace});
}
