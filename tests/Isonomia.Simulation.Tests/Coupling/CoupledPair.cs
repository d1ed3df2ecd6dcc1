using System.Numerics;
using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Coupling;

namespace Isonomia.Simulation.Tests.Coupling;

/// <summary>A projection between two populations, with its edges written out.</summary>
internal sealed record CoupledPair(ProjectionModel Projection, PopulationModel Source, PopulationModel Target)
{
    public required Func<int, int, double> Weight { get; init; }

    /// <summary>How many edges a pair has.</summary>
    public Func<int, int, int> Multiplicity { get; init; } = static (_, _) => 1;

    public static CoupledPair Of(
        ConnectionRule rule, SynapticValue weight, int sources, int targets, Func<int, int, double> weightOf,
        PopulationSpace? space = null, bool isSame = false, bool autapses = true) => new(
            new ProjectionModel
            {
                Name = "test",
                Source = 0,
                Target = isSame ? 0 : 1,
                Port = "s",
                Rule = rule,
                Weight = weight,
                Delay = new SynapticValue.Constant(1e-3),
                Autapses = autapses,
            },
            new PopulationModel { Name = "from", Size = sources, Space = space },
            new PopulationModel { Name = "to", Size = targets, Space = space })
        {
            Weight = weightOf,
            Multiplicity = (i, j) => isSame && !autapses && i == j ? 0 : 1,
        };

    /// <summary>On a ring, with the Gaussian weights of working-memory models (Compte et al. 2000).</summary>
    public static CoupledPair OnRing(int sources, int targets, bool isSame = false, bool autapses = true)
    {
        const double width = 0.25, low = 0.9, high = 1.6;
        var full = 2 * Math.PI;
        return Of(
            new ConnectionRule.AllToAll(), new SynapticValue.OfDistance(DistanceKernel.Gaussian, low, high, width),
            sources, targets,
            (i, j) =>
            {
                var apart = Math.Abs((full * i / targets) - (full * j / sources));
                var distance = Math.Min(apart, full - apart);
                return low + ((high - low) * Math.Exp(-distance * distance / (2 * width * width)));
            },
            new PopulationSpace(SpaceKind.Ring, full, 0, 0, Periodic: true, IsRandom: false), isSame, autapses);
    }

    /// <summary>Edges drawn at random with this probability, none twice.</summary>
    public static CoupledPair AtRandom(int sources, int targets, double probability)
    {
        double[] edges = new double[sources * targets], weights = new double[sources * targets];
        new RandomStream(7, "edges").FillUniform(edges);
        new RandomStream(7, "weights").FillUniform(weights);
        return Of(
            new ConnectionRule.Probability(probability), new SynapticValue.Uniform(-1, 1), sources, targets,
            (i, j) => (2 * weights[(i * sources) + j]) - 1) with
        {
            Multiplicity = (i, j) => edges[(i * sources) + j] < probability ? 1 : 0,
        };
    }

    /// <summary>Edges, sources descending, in batches that end anywhere, as none may count on an order.</summary>
    public void Edges(int firstTarget, int endTarget, GradedEdgeBatch receive)
    {
        List<int> sources = [], targets = [];
        List<double> weights = [];
        void Flush()
        {
            receive(sources.ToArray(), targets.ToArray(), weights.ToArray());
            sources.Clear();
            targets.Clear();
            weights.Clear();
        }

        for (var j = Source.Size - 1; j >= 0; j--)
        {
            for (var i = firstTarget; i < endTarget; i++)
            {
                for (var k = 0; k < Multiplicity(i, j); k++)
                {
                    sources.Add(j);
                    targets.Add(i);
                    weights.Add(Weight(i, j));
                }

                if (sources.Count >= 300)
                    Flush();
            }
        }

        Flush();
    }

    public GradedCoupling<T> Coupling<T>(GradedForm? form = null, int threads = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => form is { } f
            ? GradedCoupling<T>.Create(f, Projection, Source, Target, Edges, threads)
            : GradedCoupling<T>.Create(Projection, Source, Target, Edges, threads);

    /// <summary>The sums and, for the scale of rounding, the sums of sizes, plainly.</summary>
    public (double[] Sums, double[] Sizes) Plainly(ReadOnlySpan<double> values)
    {
        double[] sums = new double[Target.Size], sizes = new double[Target.Size];
        for (var i = 0; i < Target.Size; i++)
        {
            for (var j = 0; j < Source.Size; j++)
            {
                var term = Multiplicity(i, j) * Weight(i, j) * values[j];
                sums[i] += term;
                sizes[i] += Math.Abs(term);
            }
        }

        return (sums, sizes);
    }

    public static double[] Values(int count)
    {
        var values = new double[count];
        new RandomStream(3, "values").FillUniform(values);
        return values;
    }

    public static T[] Run<T>(
        GradedCoupling<T> coupling, T[] sources, int targets, int parts = 1, int range = int.MaxValue)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var part = parts - 1; part >= 0; part--)
            coupling.Prepare(sources, part, parts);
        var sums = new T[targets];
        for (var first = 0; first < targets; first += Math.Min(range, targets - first))
            coupling.AddTo(first, sums.AsSpan(first, Math.Min(range, targets - first)));
        return sums;
    }
}
