namespace Isonomia.Measurement.Cohorts;

/// <summary>Finds neighbouring places whose statistics pass their thresholds on the same side.</summary>
/// <param name="neighbours">For each place its neighbours.</param>
/// <param name="thresholds">For each place the size beyond which it counts.</param>
internal sealed class SensorClusters(int[][] neighbours, double[] thresholds)
{
    public IReadOnlyList<(int[] Places, double Mass)> Find(ReadOnlySpan<double> statistics)
    {
        var found = new List<(int[], double)>();
        var seen = new bool[statistics.Length];
        var waiting = new Stack<int>();
        for (var start = 0; start < statistics.Length; start++)
        {
            if (seen[start] || !Passes(statistics, start))
                continue;
            var side = Math.Sign(statistics[start]);
            var (places, mass) = (new List<int>(), 0.0);
            seen[start] = true;
            waiting.Push(start);
            while (waiting.TryPop(out var place))
            {
                places.Add(place);
                mass += statistics[place];
                foreach (var next in neighbours[place])
                {
                    if (seen[next] || !Passes(statistics, next) || Math.Sign(statistics[next]) != side)
                        continue;
                    seen[next] = true;
                    waiting.Push(next);
                }
            }

            found.Add(([.. places], mass));
        }

        return found;
    }

    private bool Passes(ReadOnlySpan<double> statistics, int place) => Math.Abs(statistics[place]) > thresholds[place];
}
