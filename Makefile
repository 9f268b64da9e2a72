# What a developer does here. `make` alone tells.
#
#   make demo      installs what is missing, builds, and reads a real log
#   make test      everything that has to hold, as CI runs it
#   make bench     how fast `culprit` reads a big ordinary log, beside ripgrep and wc
#   make install   the program, its man page and completions (PREFIX=/usr/local)
#   make rules     writes the built-in rules anew from Patterns/
#   make score     how well the corpus is answered
#   make clean

PREFIX ?= /usr/local
SWIFT ?= swift
SWIFT_FLAGS := $(shell tools/swift-flags)
BIN := .build/release

.PHONY: help demo test bench install rules score clean build

help:
	@sed -n 's/^#   //p' Makefile

build:
	@tools/setup
	@$(SWIFT) build -c release --product culprit -q $(SWIFT_FLAGS)

demo:
	@tools/demo

clean:
	rm -rf .build Benchmarks/data
