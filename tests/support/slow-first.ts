import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts programs and databases of its own, then what opens pages, then long tables of cases. */
const SLOW = [/\/journeys\//, /\/db\/embedded/, /\/first-run/, /\/jobs\/role/, /\/web\//, /\/hostile\//]

/** Begins with the slow files: one of them begun last would keep a single worker busy while the others have ended. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = SLOW.findIndex((each) => each.test(moduleId))
  return at < 0 ? SLOW.length : at
}
