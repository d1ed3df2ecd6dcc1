namespace Isonomia.Simulation.Results;

/// <summary>How a block of equations was stepped.</summary>
/// <param name="Population">The population's name.</param>
/// <param name="States">The states, separated by commas.</param>
/// <param name="Reason">The integrator and why it was taken.</param>
public sealed record RunChoice(string Population, string States, string Reason);
