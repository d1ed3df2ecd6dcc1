using System.Collections.Immutable;
using Isonomia.Restoration.Search;

namespace Isonomia.Restoration.Course;

/// <summary>How it stands at a time.</summary>
/// <param name="Seconds">Since the beginning.</param>
/// <param name="IsGiven">Whether the plan is still being given.</param>
/// <param name="Strengths">The net strength of each intervention, in the plan's order.</param>
/// <param name="Distance">The distance to health.</param>
/// <param name="Restored">The probability of being inside the healthy range.</param>
/// <param name="Unstable">The probability of no stable steady state.</param>
/// <param name="Features">Biomarkers and loops, in the order of their names.</param>
public sealed record CoursePoint(double Seconds, bool IsGiven, ImmutableArray<Spread> Strengths, Spread Distance,
    double Restored, double Unstable, ImmutableArray<Spread> Features);
