using Isonomia.Simulation.Theory;

namespace Isonomia.Validation.Rungs;

/// <summary>The cortical column of Potjans and Diesmann as mean-field theory sees it.</summary>
internal static class PotjansDiesmannTheory
{
    private const double Tau = 0.010, SynapticTau = 0.0005, Refractory = 0.002, Capacitance = 250;

    // The charge of an 87.81 pA current that decays in 0.5 ms, over 250 pF: mV.
    private const double Jump = 87.81 * 0.5 / Capacitance, Inhibition = -4;

    // Background: each of K external inputs fires at 8 Hz, or supplies the constant current of as much charge.
    private const double BackgroundRate = 8;

    private static readonly double[] Sizes = [20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948];
    private static readonly double[] Background = [1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100];

    // Rows are targets, columns sources.
    private static readonly double[,] Probabilities =
    {
        { .1009, .1689, .0437, .0818, .0323, 0, .0076, 0 },
        { .1346, .1371, .0316, .0515, .0755, 0, .0042, 0 },
        { .0077, .0059, .0497, .1350, .0067, .0003, .0453, 0 },
        { .0691, .0029, .0794, .1597, .0033, 0, .1057, 0 },
        { .1004, .0622, .0505, .0057, .0831, .3726, .0204, 0 },
        { .0548, .0269, .0257, .0022, .0600, .3158, .0086, 0 },
        { .0156, .0066, .0211, .0166, .0572, .0197, .0396, .2252 },
        { .0364, .0010, .0034, .0005, .0277, .0080, .0658, .1443 },
    };

    /// <summary>The populations, in the order of all tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["23E", "23I", "4E", "4I", "5E", "5I", "6E", "6I"];

    /// <summary>All synapses within the column.</summary>
    public static double Synapses
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Names.Count; i++)
            {
                for (var j = 0; j < Names.Count; j++)
                    sum += Synapse(i, j);
            }

            return sum;
        }
    }

    /// <summary>The circuit.</summary>
    /// <param name="shifted">Whether the decay of synaptic currents is accounted for by shifted thresholds.</param>
    /// <param name="poisson">Whether the background is Poisson spikes, and not a constant current.</param>
    public static MeanFieldCircuit Circuit(bool shifted, bool poisson)
    {
        var cell = new DiffusionLif(Tau, 15, 0, Refractory, shifted ? SynapticTau : 0);
        var populations = Names.Select((name, i) =>
        {
            var rate = Background[i] * BackgroundRate;
            var population = new MeanFieldPopulation(name, cell);
            return poisson
                ? population.WithPoisson(rate, Jump)
                : population with { ExternalMean = Tau * rate * Jump };
        });
        var projections =
            from to in Enumerable.Range(0, Names.Count)
            from source in Enumerable.Range(0, Names.Count)
            select new MeanFieldProjection(source, to, Synapse(to, source) / Sizes[to], JumpOf(to, source));
        return new MeanFieldCircuit([.. populations], projections);
    }

    // So many draws with replacement that a given pair is connected with the given probability.
    private static double Synapse(int to, int from) => Probabilities[to, from] == 0 ? 0 : Math.Round(
        Math.Log(1 - Probabilities[to, from]) / Math.Log(1 - 1 / (Sizes[to] * Sizes[from])));

    // Layer 4's excitation of layer 2/3 is twice as strong.
    private static double JumpOf(int to, int from) =>
        from % 2 == 1 ? Inhibition * Jump : to == 0 && from == 2 ? 2 * Jump : Jump;
}
