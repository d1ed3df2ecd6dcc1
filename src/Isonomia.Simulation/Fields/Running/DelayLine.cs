using System.Numerics;

namespace Isonomia.Simulation.Fields.Running;

/// <summary>
/// A value of each region, as it was some time ago: what the equations read as delay(x, tau). It is wanted in the middle
/// of the step over which it is held, and interpolated linearly between steps; a delay below half a step reads the
/// present. Before the run everything was as at its beginning.
/// </summary>
internal sealed class DelayLine
{
    private readonly int regions;
    private readonly int mask;
    private readonly double[][] past;
    private readonly int[] back;
    private readonly double[] share;

    /// <summary>A line of regions.</summary>
    /// <param name="delays">The delay in steps of each region.</param>
    public DelayLine(ReadOnlySpan<double> delays)
    {
        regions = delays.Length;
        (back, share) = (new int[regions], new double[regions]);
        var longest = 1;
        for (var i = 0; i < regions; i++)
        {
            // The place n + 1/2 - d lies between n - back and n - back + 1, by this share of the way.
            var place = Math.Max(delays[i] - 0.5, 0);
            back[i] = (int)Math.Ceiling(place);
            share[i] = back[i] - place;
            longest = Math.Max(longest, back[i]);
        }

        var length = (int)BitOperations.RoundUpToPowerOf2((uint)longest + 1);
        (mask, past) = (length - 1, new double[length][]);
        for (var i = 0; i < length; i++)
            past[i] = new double[regions];
    }

    /// <summary>Before the run everything was as it is now.</summary>
    public void Begin(ReadOnlySpan<double> values)
    {
        foreach (var row in past)
            values[..regions].CopyTo(row);
    }

    /// <summary>Takes the values at the start of a step, and gives those of the past.</summary>
    public void Pass(long step, ReadOnlySpan<double> values, Span<double> delayed)
    {
        values[..regions].CopyTo(past[step & mask]);
        for (var i = 0; i < regions; i++)
        {
            var earlier = past[(step - back[i]) & mask][i];
            delayed[i] = back[i] == 0 ? earlier
                : ((1 - share[i]) * earlier) + (share[i] * past[(step - back[i] + 1) & mask][i]);
        }
    }
}
