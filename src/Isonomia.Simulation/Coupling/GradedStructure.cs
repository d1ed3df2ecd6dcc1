using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Coupling;

/// <summary>Which form of a graded sum a projection allows, from what is written rather than what is drawn.</summary>
internal static class GradedStructure
{
    // Below this the matrix takes a few microseconds, and threads share it, while one of them would do the convolution.
    private const int ShortestRing = 256;

    // An edge of a list takes about as long as seven weights of a matrix, but the matrix would take up to four times
    // the memory.
    private const int DenseFrom = 4;

    /// <summary>The form that structure suggests; null where only the number of edges can tell.</summary>
    public static GradedForm? Of(ProjectionModel projection, PopulationModel source, PopulationModel target)
    {
        if (projection.Rule is not ConnectionRule.AllToAll)
            return null;
        if (ConstantWeight(projection.Weight) is not null)
            return GradedForm.Uniform;
        return IsRing(projection, source, target) && Math.Max(source.Size, target.Size) >= ShortestRing
            ? GradedForm.Ring
            : GradedForm.Dense;
    }

    /// <summary>Whether the weight depends on where source and target are on evenly spaced rings of one length, the
    /// smaller population's places being every so many of the larger's.</summary>
    public static bool IsRing(ProjectionModel projection, PopulationModel source, PopulationModel target) =>
        projection.Rule is ConnectionRule.AllToAll
        && projection.Weight is SynapticValue.OfDistance
        && source.Space is { Kind: SpaceKind.Ring, Periodic: true, IsRandom: false } from
        && target.Space is { Kind: SpaceKind.Ring, Periodic: true, IsRandom: false } to
        && from.Width == to.Width
        && (source.Size % target.Size == 0 || target.Size % source.Size == 0);

    /// <summary>Whether so many edges are better kept as a matrix.</summary>
    public static bool IsDense(long edges, int sources, int targets) =>
        (double)edges * DenseFrom > (double)sources * targets;

    /// <summary>The weight that all edges have; null where they differ.</summary>
    public static double? ConstantWeight(SynapticValue weight) => weight switch
    {
        SynapticValue.Constant constant => Limited(constant.Value, weight),
        SynapticValue.Normal { StandardDeviation: 0 } normal => Limited(normal.Mean, weight),
        SynapticValue.LogNormal { Sigma: 0 } logNormal => Limited(logNormal.Median, weight),
        _ => null,
    };

    /// <summary>Whether no cell projects to itself.</summary>
    public static bool ExcludesSelf(ProjectionModel projection) =>
        !projection.Autapses && projection.Source == projection.Target;

    /// <summary>Bytes that a coupling will keep.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="edges">The number of its edges, or what is expected.</param>
    /// <param name="sources">The number of sources.</param>
    /// <param name="targets">The number of targets.</param>
    /// <param name="elementBytes">4 for float, 8 for double.</param>
    public static double PredictBytes(GradedForm form, double edges, int sources, int targets, int elementBytes) =>
        form switch
        {
            GradedForm.Uniform => 8.0 * sources,
            GradedForm.Ring => 24.0 * Math.Max(sources, targets),
            GradedForm.Dense => (double)elementBytes * sources * ((targets + 15) / 16 * 16) + 8.0 * sources,
            _ => (4.0 + elementBytes) * edges + 4.0 * targets + 8.0 * sources,
        };

    // A constant that is drawn again stays the same, and is clipped in the end.
    private static double Limited(double value, SynapticValue weight) =>
        Math.Min(Math.Max(value, weight.Minimum), weight.Maximum);
}
