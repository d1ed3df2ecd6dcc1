using Isonomia.Bench;

// dotnet run -c Release --project bench/Isonomia.Bench -- NAME...   (all of them without a name)
var benches = new Dictionary<string, Action>
{
    ["amplitude"] = AmplitudeBench.Run,
    ["branching"] = BranchingBench.Run,
    ["complexity"] = ComplexityBench.Run,
    ["spectrum"] = SpectrumBench.Run,
    ["synchrony"] = SynchronyBench.Run,
    ["parameterise"] = SpectralParameterisationBench.Run,
    ["measure"] = MeasureBench.Run,
    ["day"] = DayBench.Run,
    ["elementary"] = ElementaryBench.Run,
    ["cells"] = CellsBench.Run,
    ["coupling"] = CouplingBench.Run,
    ["stimulation"] = StimulationBench.Run,
    ["circuits"] = CircuitsBench.Run,
    ["fields"] = FieldsBench.Run,
    ["brain"] = WholeBrainBench.Run,
    ["likelihood"] = LikelihoodBench.Run,
    ["locate"] = LocateBench.Run,
    ["scale"] = CircuitsBench.Scale,
};
foreach (var name in args.Length > 0 ? args : [.. benches.Keys])
{
    if (!benches.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"no bench '{name}'; there are: {string.Join(", ", benches.Keys)}");
        return 2;
    }

    run();
}

return 0;
