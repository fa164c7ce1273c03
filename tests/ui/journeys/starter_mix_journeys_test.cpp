// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
// Journeys J4 to J8 and J16 (ui.md §16) on the real engine with the starter family: one program, one engine that is
// loaded once.
#include "tests/ui/journeys/starter_stage.h"

using namespace segmoe;

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    test::StarterStage stage;
    if (!stage.start()) return 1;
    int failed = 0;
    for (const auto make : {test::composeJourneys, test::mixStateJourneys, test::dropJourneys})
        failed += QTest::qExec(make(stage).get(), argc, argv);
    return failed;
}
