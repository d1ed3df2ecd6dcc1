using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>
/// Spikes of a run: <c>spikes/NAME.times.npy</c> (seconds) and <c>NAME.cells.npy</c> (whose they are, from 0).
/// </summary>
internal static class RunSpikes
{
    /// <summary>A train for every cell of the populations whose spikes were recorded, silent ones included.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="manifest">What it holds.</param>
    /// <param name="files">The files that were read are added to these.</param>
    /// <param name="warnings">What was left out is added to these.</param>
    /// <exception cref="BadInputException">A file is missing, not whole, or disagrees with <c>run.json</c>.</exception>
    public static IReadOnlyList<SpikeTrain> Read(
        string folder, RunManifest manifest, List<string> files, List<string> warnings)
    {
        var trains = new List<SpikeTrain>();
        foreach (var population in manifest.Populations.Where(p => p.Spikes is not null))
        {
            if (!population.AreKept)
            {
                warnings.Add(
                    $"spikes of {population.Name} were counted and not kept, so there are no statistics of them");
                continue;
            }

            var timesPath = Path.Combine(folder, "spikes", population.Name + ".times.npy");
            var cellsPath = Path.Combine(folder, "spikes", population.Name + ".cells.npy");
            var (times, cells) = (RunArray.Read(timesPath), RunArray.Read(cellsPath));
            Check(population, manifest, timesPath, times, cellsPath, cells);
            files.Add(timesPath);
            files.Add(cellsPath);
            trains.AddRange(Divide(population, times, cells));
        }

        return trains;
    }

    private static void Check(RunPopulation population, RunManifest manifest, string timesPath, double[] times,
        string cellsPath, double[] cells)
    {
        if (times.Length != population.Spikes)
        {
            throw new BadInputException(timesPath, $"it holds {times.Length} spikes, but run.json tells of "
                + $"{population.Spikes}; the files are not of one run");
        }

        if (cells.Length != times.Length)
        {
            throw new BadInputException(
                cellsPath, $"it tells whose {cells.Length} spikes are, but there are {times.Length}");
        }

        // The last step may end after the duration by rounding.
        var end = manifest.Duration * (1 + 1e-9);
        if (Array.FindIndex(times, t => !(t >= 0 && t <= end)) is >= 0 and var odd)
        {
            throw new BadInputException(timesPath, $"spike {odd} is at {times[odd]} s, outside of the run, which lasted"
                + $" {manifest.Duration} s");
        }

        if (Array.FindIndex(cells, c => !(c >= 0 && c < population.Size)) is >= 0 and var stray)
        {
            throw new BadInputException(cellsPath, $"spike {stray} is of cell {cells[stray]}; {population.Name} has "
                + $"{population.Size} cells, counted from 0");
        }
    }

    private static IEnumerable<SpikeTrain> Divide(RunPopulation population, double[] times, double[] cells)
    {
        var counts = new int[population.Size];
        foreach (var cell in cells)
            counts[(int)cell]++;
        var trains = Array.ConvertAll(counts, n => new double[n]);
        Array.Clear(counts);
        for (var i = 0; i < times.Length; i++)
        {
            var cell = (int)cells[i];
            trains[cell][counts[cell]++] = times[i];
        }

        for (var i = 0; i < trains.Length; i++)
        {
            // Sorted as they come from a simulation; from elsewhere they may not be.
            Array.Sort(trains[i]);
            yield return new SpikeTrain($"{i}", trains[i]) { Population = population.Name };
        }
    }
}
