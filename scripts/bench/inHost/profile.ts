import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/** Begins a profile of the extension host, a sample a millisecond; its end is written to `host.cpuprofile` in the folder. */
export async function startProfile(folder: string): Promise<{ end(): Promise<void> }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 1000 });
  await session.post('Profiler.start');
  return {
    end: async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      await writeFile(join(folder, 'host.cpuprofile'), JSON.stringify(profile));
    },
  };
}
