using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Settings;

namespace Isonomia.Reporting.Tests.Making;

/// <summary>A biomarker that is nothing but its definition.</summary>
internal sealed class Defined(string name, BiomarkerDefinition definition) : IBiomarker
{
    public string Name => name;

    public BiomarkerDefinition Definition => definition;

    public IReadOnlyList<Setting> Settings => [];

    public BiomarkerResult Measure(ChannelAnalysis channel) => throw new NotSupportedException();
}
