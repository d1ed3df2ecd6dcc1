namespace Isonomia.Simulation.Fields.Forward;

/// <summary>How BOLD is made of a field while it runs.</summary>
/// <param name="Activity">The variable that drives the vessels; without a unit.</param>
public sealed record BoldSettings(string Activity)
{
    /// <summary>The interval between images, in seconds.</summary>
    public double RepetitionTime { get; init; } = 2;

    /// <summary>The constants of the vessels.</summary>
    public Haemodynamics Haemodynamics { get; init; } = new();
}
