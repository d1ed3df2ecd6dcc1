namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>An electrode that does not record what it should.</summary>
/// <param name="Name">Which.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record BadElectrode(string Name, ElectrodeFault Fault);
