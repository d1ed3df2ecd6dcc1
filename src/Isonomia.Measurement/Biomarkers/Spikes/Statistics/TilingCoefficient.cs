using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes.Statistics;

/// <summary>
/// The spike time tiling coefficient of two trains (Cutts and Eglen 2014, doi:10.1523/JNEUROSCI.2767-14.2014):
/// STTC = ((P_A - T_B) / (1 - P_A T_B) + (P_B - T_A) / (1 - P_B T_A)) / 2, where T_A is the share of the time that is
/// within dt of a spike of A, and P_A the share of A's spikes that are within dt of a spike of B. -1 to 1, 0 for trains
/// that ignore each other whatever their rates.
/// </summary>
public static class TilingCoefficient
{
    /// <summary>The coefficient; undefined where a train has no spikes.</summary>
    /// <param name="a">Spike times in seconds, ascending, within the recording.</param>
    /// <param name="b">Spike times of the other, likewise.</param>
    /// <param name="dt">How near is near, in seconds.</param>
    /// <param name="start">Where the recording begins, in seconds.</param>
    /// <param name="stop">Where it ends, in seconds.</param>
    public static Measured Of(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, double dt, double start, double stop) =>
        Of(a, Tiled(a, dt, start, stop), b, Tiled(b, dt, start, stop), dt);

    /// <summary>The share of the time from <paramref name="start"/> to <paramref name="stop"/> that is within
    /// <paramref name="dt"/> of a spike.</summary>
    public static double Tiled(ReadOnlySpan<double> times, double dt, double start, double stop)
    {
        var (covered, until) = (0.0, start);
        foreach (var time in times)
        {
            var (from, to) = (Math.Max(time - dt, until), Math.Min(time + dt, stop));
            if (to <= from)
                continue;
            covered += to - from;
            until = to;
        }

        return covered / (stop - start);
    }

    /// <summary>The coefficient, given the shares of time the trains tile.</summary>
    internal static Measured Of(
        ReadOnlySpan<double> a, double tiledByA, ReadOnlySpan<double> b, double tiledByB, double dt) =>
        a.IsEmpty || b.IsEmpty
            ? Measured.Undefined("a train has no spikes")
            : Measured.Of((Term(Near(a, b, dt), tiledByB) + Term(Near(b, a, dt), tiledByA)) / 2);

    // Where every spike is near and all of the time is tiled the term is 0 / 0; its limit is 1.
    private static double Term(double near, double tiled) =>
        near * tiled >= 1 ? 1 : (near - tiled) / (1 - (near * tiled));

    private static double Near(ReadOnlySpan<double> of, ReadOnlySpan<double> to, double dt)
    {
        // Spikes of a clock of 0.1 ms often lie at dt exactly; rounding of their times must not decide.
        dt *= 1 + SpikeCounts.EdgeTolerance;
        var (near, next) = (0, 0);
        foreach (var time in of)
        {
            while (next < to.Length && to[next] < time - dt)
                next++;
            if (next < to.Length && to[next] <= time + dt)
                near++;
        }

        return (double)near / of.Length;
    }
}
