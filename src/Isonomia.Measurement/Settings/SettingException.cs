namespace Isonomia.Measurement.Settings;

/// <summary>A setting that does not exist, or a value it cannot take. The message says which, and what it takes.</summary>
public sealed class SettingException(string message) : Exception(message);
