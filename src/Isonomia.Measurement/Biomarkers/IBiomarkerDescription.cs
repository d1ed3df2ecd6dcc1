using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>What help, the reference and the report say of a biomarker, whatever it is measured from.</summary>
public interface IBiomarkerDescription
{
    /// <summary>Its name in the output and in <c>--biomarkers</c>.</summary>
    string Name { get; }

    /// <summary>What it is, which way excitation moves it, how sure that is, and its source.</summary>
    BiomarkerDefinition Definition { get; }

    /// <summary>What can be set.</summary>
    IReadOnlyList<Setting> Settings { get; }
}
