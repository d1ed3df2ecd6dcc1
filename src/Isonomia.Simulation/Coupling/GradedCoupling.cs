using System.Numerics;
using System.Runtime.CompilerServices;
using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity;

namespace Isonomia.Simulation.Coupling;

/// <summary>
/// What is summed at every step over the sources of one projection: target[i] += sum over j of w_ij x_j. At each step
/// every thread calls <see cref="Prepare"/> for its part, all meet, and then each calls <see cref="AddTo"/> for targets
/// of its own. Sums are made in double precision in an order that depends on neither the number of parts nor the
/// ranges of targets, so the bits are the same for any team of threads and any width of vectors.
/// </summary>
/// <typeparam name="T">The numbers of sources and targets (float or double); dense and sparse weights are kept in them,
/// too.</typeparam>
internal abstract class GradedCoupling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Sources or targets that are handled as one: fixed, so that the order of sums is.</summary>
    protected const int Block = 1024;

    private readonly int sourceCount;

    private protected GradedCoupling(int sourceCount, int targetCount)
    {
        this.sourceCount = sourceCount;
        TargetCount = targetCount;
    }

    /// <summary>How the sums are computed.</summary>
    public abstract GradedForm Form { get; }

    /// <summary>The number of edges.</summary>
    public abstract long Edges { get; }

    /// <summary>Bytes of weights and indices that are kept.</summary>
    public abstract long Bytes { get; }

    /// <summary>The number of targets.</summary>
    protected int TargetCount { get; }

    /// <summary>Makes the coupling of a projection as it is drawn, in the form that suits it best.</summary>
    /// <param name="projection">The projection; its delays are not looked at: give the sources of when they are due.
    /// </param>
    /// <param name="source">Its source.</param>
    /// <param name="target">Its target.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="threads">How many threads may draw edges at once; the result does not depend on it.</param>
    /// <exception cref="ArgumentException">The projection cannot be drawn.</exception>
    public static GradedCoupling<T> Create(
        ProjectionModel projection, PopulationModel source, PopulationModel target, ulong seed, double dt, int threads)
    {
        var drawn = new ProjectionEdges(projection, source, target, seed, dt);
        return Create(projection, source, target, (first, end, receive) => drawn.Generate(first, end, batch => receive(
            batch.Sources.AsSpan(0, batch.Count), batch.Targets.AsSpan(0, batch.Count),
            batch.Weights.AsSpan(0, batch.Count))), threads);
    }

    /// <summary>Makes the coupling of given edges, in the form that suits the projection best.</summary>
    /// <param name="projection">The projection; its delays are not looked at: give the sources of when they are due.
    /// </param>
    /// <param name="source">Its source.</param>
    /// <param name="target">Its target.</param>
    /// <param name="edges">Its edges.</param>
    /// <param name="threads">How many threads may draw edges at once; the result does not depend on it.</param>
    public static GradedCoupling<T> Create(
        ProjectionModel projection, PopulationModel source, PopulationModel target, GradedEdges edges, int threads = 1)
    {
        if (GradedStructure.Of(projection, source, target) is { } form)
            return Create(form, projection, source, target, edges, threads);
        var counts = Count(edges, target.Size, threads);
        return GradedStructure.IsDense(counts.Sum(static c => (long)c), source.Size, target.Size)
            ? new DenseCoupling<T>(source.Size, target.Size, edges, threads)
            : new SparseCoupling<T>(source.Size, target.Size, counts, edges, threads);
    }

    /// <summary>Makes the coupling of a projection in a given form, which must be possible for it.</summary>
    internal static GradedCoupling<T> Create(
        GradedForm form, ProjectionModel projection, PopulationModel source, PopulationModel target, GradedEdges edges,
        int threads = 1) => form switch
        {
            GradedForm.Uniform => new UniformCoupling<T>(
                source.Size, target.Size, GradedStructure.ConstantWeight(projection.Weight)!.Value,
                GradedStructure.ExcludesSelf(projection)),
            GradedForm.Ring => new RingCoupling<T>(
                source.Size, target.Size, edges, GradedStructure.ExcludesSelf(projection)),
            GradedForm.Dense => new DenseCoupling<T>(source.Size, target.Size, edges, threads),
            _ => new SparseCoupling<T>(source.Size, target.Size, Count(edges, target.Size, threads), edges, threads),
        };

    /// <summary>
    /// Takes the sources' values, which may change after it. All parts must have been prepared before the first
    /// <see cref="AddTo"/>, and all of these be done before the next.
    /// </summary>
    /// <param name="sources">The values of all sources; the same for all parts.</param>
    /// <param name="part">Which part, 0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">The number of parts, usually that of the threads.</param>
    /// <exception cref="ArgumentException">There are not as many values as sources.</exception>
    public void Prepare(ReadOnlySpan<T> sources, int part, int parts)
    {
        if (sources.Length != sourceCount)
            throw new ArgumentException($"{sources.Length} values for {sourceCount} sources.", nameof(sources));
        if ((uint)part >= (uint)parts)
            throw new ArgumentOutOfRangeException(nameof(part), part, $"There are {parts} parts.");
        PreparePart(sources, part, parts);
    }

    /// <summary>Adds its sum to each target of a range.</summary>
    /// <param name="firstTarget">The first target.</param>
    /// <param name="targets">The targets from that one on.</param>
    /// <exception cref="ArgumentException">The range is not one of targets.</exception>
    public void AddTo(int firstTarget, Span<T> targets)
    {
        if (firstTarget < 0 || targets.Length > TargetCount - firstTarget)
            throw new ArgumentException($"No {targets.Length} of {TargetCount} targets begin at {firstTarget}.");
        AddToRange(firstTarget, targets);
    }

    private protected abstract void PreparePart(ReadOnlySpan<T> sources, int part, int parts);

    private protected abstract void AddToRange(int firstTarget, Span<T> targets);

    /// <summary>Converts the sources of a part to doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected static void Widen(ReadOnlySpan<T> sources, Span<double> values, int part, int parts)
    {
        var blocks = Blocks(sources.Length);
        var first = (int)((long)blocks * part / parts) * Block;
        var end = Math.Min(sources.Length, (int)((long)blocks * (part + 1) / parts) * Block);
        for (var i = first; i < end; i++)
            values[i] = double.CreateTruncating(sources[i]);
    }

    private protected static int Blocks(int count) => (int)(((long)count + Block - 1) / Block);

    private static int[] Count(GradedEdges edges, int targetCount, int threads)
    {
        var counts = new int[targetCount];
        OverBlocks(targetCount, threads, (first, end) => edges(first, end, (_, targets, _) =>
        {
            foreach (var target in targets)
                counts[target]++;
        }));
        return counts;
    }

    private protected static void OverBlocks(int count, int threads, Action<int, int> body) => Parallel.For(
        0, Blocks(count), new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) },
        block => body(block * Block, Math.Min(count, (block + 1) * Block)));
}
