using Isonomia.Numerics.Random;
using Isonomia.Validation.Networks.Kernels;

namespace Isonomia.Validation.Networks;

/// <summary>
/// The sheet of Poil et al. 2012 (doi:10.1523/JNEUROSCI.5990-11.2012): 50 x 50 units with open edges, three quarters
/// excitatory, each connected with a share of the units at most three away that falls with distance as exp(-d). In
/// steps of 1 ms a unit's input decays in 9 ms, its spike probability gains the input and decays in 6 (E) or 12 ms (I),
/// and falls to -2 (E) or -20 (I) after a spike.
/// </summary>
internal sealed class OscillatingSheet
{
    private const int Side = 50, Reach = 3, Units = Side * Side;
    private const double InputKeep = 1 - 1 / 9.0;

    private readonly bool[] excitatory = new bool[Units];
    private readonly int[][] targets = new int[Units][];
    private readonly double[] keep = new double[Units];
    private readonly double[] resting = new double[Units];
    private readonly RandomStream noise;

    /// <summary>Draws a sheet.</summary>
    /// <param name="shareE">Which share of its neighbours an excitatory unit is connected with.</param>
    /// <param name="shareI">Which share of its neighbours an inhibitory unit is connected with.</param>
    /// <param name="seed">What it is drawn from.</param>
    /// <param name="entity">Which of several sheets.</param>
    public OscillatingSheet(double shareE, double shareI, long seed, int entity)
    {
        noise = new RandomStream(seed, "sheet spikes", entity);
        var random = new RandomStream(seed, "sheet connections", entity);
        // Exactly three quarters: where the sheet is critical depends on it.
        Array.Fill(excitatory, true, 0, Units * 3 / 4);
        for (var i = Units - 1; i > 0; i--)
        {
            var other = (int)(random.Uniform() * (i + 1));
            (excitatory[i], excitatory[other]) = (excitatory[other], excitatory[i]);
        }

        for (var i = 0; i < Units; i++)
        {
            keep[i] = 1 - (excitatory[i] ? 1 / 6.0 : 1 / 12.0);
            resting[i] = excitatory[i] ? 1e-6 / 6 : 0;
        }

        for (var i = 0; i < Units; i++)
            targets[i] = Connect(i, excitatory[i] ? shareE : shareI, random);
    }

    /// <summary>The number of spikes in each of so many milliseconds, after one second that is left out.</summary>
    public double[] Run(int milliseconds, CancellationToken cancellation)
    {
        const int Settling = 1000;
        var counts = new double[milliseconds];
        var (input, probability) = (new double[Units], new double[Units]);
        var uniform = new double[Units];
        var spikes = new int[Units];
        for (var t = -Settling; t < milliseconds; t++)
        {
            if (t % 1000 == 0)
                cancellation.ThrowIfCancellationRequested();
            noise.FillUniform(uniform);
            var count = SheetStep.Run(input, probability, keep, resting, InputKeep, uniform, spikes);
            foreach (var source in spikes.AsSpan(0, count))
                Spread(source, input, probability);
            if (t >= 0)
                counts[t] = count;
        }

        return counts;
    }

    private void Spread(int source, double[] input, double[] probability)
    {
        // Excitatory spikes weigh the same on all; inhibitory ones far more on inhibitory units.
        var (toE, toI) = excitatory[source] ? (0.0085, 0.0085) : (-0.569, -2.0);
        foreach (var target in targets[source])
            input[target] += excitatory[target] ? toE : toI;
        probability[source] = excitatory[source] ? -2 : -20;
    }

    private static int[] Connect(int unit, double share, RandomStream random)
    {
        var (x, y) = (unit % Side, unit / Side);
        var neighbours = new List<(int Unit, double Weight)>();
        for (var v = Math.Max(0, y - Reach); v <= Math.Min(Side - 1, y + Reach); v++)
        {
            for (var u = Math.Max(0, x - Reach); u <= Math.Min(Side - 1, x + Reach); u++)
            {
                var (dx, dy) = (u - x, v - y);
                if (dx != 0 || dy != 0)
                    neighbours.Add((v * Side + u, Math.Exp(-Math.Sqrt(dx * dx + dy * dy))));
            }
        }

        // The factor of exp(-d) at which the expected number would be the share; next to the unit it is certain, and
        // what is beyond certainty is lost, so that fewer are connected.
        var factor = share * neighbours.Count / neighbours.Sum(n => n.Weight);
        return [.. neighbours.Where(n => random.Uniform() < factor * n.Weight).Select(n => n.Unit)];
    }
}
