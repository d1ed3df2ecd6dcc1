using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Results;

namespace Isonomia.Reporting.Tests.Making;

/// <summary>A result that is nothing but its reading.</summary>
internal sealed record Found(Reading Reading) : BiomarkerResult
{
    public override Reading ToReading() => Reading;
}
