using System.Collections.Immutable;

namespace Isonomia.Simulation.Fields.Analysis;

/// <summary>
/// All fixed points of a field in a box of its states: Newton's method from many points that fill the box evenly
/// (Halton's sequence, and the field's initial values), each fixed point once. What is found are fixed points; that
/// none is missed rests on the number of starts, which is raised until the last half of them finds nothing new.
/// </summary>
public static class FixedPoints
{
    private const int FewestStarts = 200;
    private const int MostStarts = 12_800;

    // Closer than this against the box two are one.
    private const double Same = 1e-7;
    private static readonly int[] Primes =
        [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];

    /// <summary>Finds them.</summary>
    /// <param name="functions">The field's equations.</param>
    /// <param name="parameters">The parameters' values.</param>
    /// <param name="box">Where to look.</param>
    /// <returns>The states at each, in ascending order of the first states that differ.</returns>
    public static ImmutableArray<ImmutableArray<double>> Find(
        RegionFunctions functions, ReadOnlySpan<double> parameters, StateBox box)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(box);
        var n = functions.States.Length;
        double[] widths = [.. box.Widths];
        double[] centre = [.. box.Low.Zip(box.High, (low, high) => (low + high) / 2)];
        var search = new SteadyState(functions);
        var found = new List<double[]>();
        var states = new double[n];
        functions.Initial.CopyTo(states);
        Try(parameters);
        for (var (start, end) = (1, FewestStarts); start < end; start++)
        {
            // The box itself, and the same wider by powers of 4 up to its reach, in turn.
            var farther = Math.Pow(4, start % (1 + (int)Math.Round(Math.Log(box.Reach, 4))));
            for (var i = 0; i < n; i++)
                states[i] = centre[i] + (widths[i] * farther * (Spread(start, i) - 0.5));
            if (Try(parameters))
                end = Math.Min(MostStarts, Math.Max(end, 2 * start));
        }

        found.Sort((a, b) => Compare(a, b, widths));
        return [.. found.Select(f => f.ToImmutableArray())];

        bool Try(ReadOnlySpan<double> at)
        {
            if (!search.Find(at, states, widths))
                return false;
            for (var i = 0; i < n; i++)
            {
                if (!(Math.Abs(states[i] - centre[i]) <= widths[i] * ((box.Reach / 2) + Same)))
                    return false;
            }

            if (found.Exists(f => Compare(f, states, widths) == 0))
                return false;
            found.Add((double[])states.Clone());
            return true;
        }
    }

    private static int Compare(double[] a, double[] b, double[] widths)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > Same * widths[i])
                return a[i].CompareTo(b[i]);
        }

        return 0;
    }

    /// <summary>The numbers of Halton's sequence, which fill 0 to 1 evenly in each direction.</summary>
    internal static double Spread(int index, int direction) => Halton(index, Primes[direction % Primes.Length]);

    private static double Halton(int index, int prime)
    {
        var (value, share) = (0.0, 1.0);
        for (; index > 0; index /= prime)
        {
            share /= prime;
            value += share * (index % prime);
        }

        return value;
    }
}
