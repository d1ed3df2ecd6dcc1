using System.Xml.Linq;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>A channel of a stream, as it describes it; empty where it does not.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Unit">Its unit, normalised.</param>
/// <param name="Type">What it carries.</param>
internal sealed record XdfChannel(string Label, string Unit, string Type)
{
    public static XdfChannel Of(XElement channel) => new(
        channel.Element("label")?.Value.Trim() ?? channel.Element("name")?.Value.Trim() ?? "",
        UnitNames.Normalise(channel.Element("unit")?.Value ?? ""),
        channel.Element("type")?.Value.Trim() ?? "");
}
