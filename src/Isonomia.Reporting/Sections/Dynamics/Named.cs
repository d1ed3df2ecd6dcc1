namespace Isonomia.Reporting.Sections.Dynamics;

/// <summary>A result and the channel it belongs to.</summary>
internal sealed record Named<T>(string Channel, T Result);
